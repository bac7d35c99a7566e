// Saves what somebody writes as they go, each question by itself: what only others changed is theirs, what both changed waits for a
// decision, and nothing that was typed is lost.

import { join } from "../lib/join.js";
import { send } from "../lib/send.js";
import { getJson } from "../lib/http.js";

const PAUSE_MS = 1_200;
const PREFIX = "answers.";

/** One flat object, each answer a field of its own. */
export function flat({ day, bodies, answers }) {
  return { day, bodies, ...Object.fromEntries(Object.entries(answers).map(([id, answer]) => [PREFIX + id, plain(answer)])) };
}

/** The same answer is always the same text. */
const plain = ({ step = null, doesNotApply = false, note = "" }) => ({ step, doesNotApply, note: note.trim() });

/** What is sent of such an object. */
export function folded(fields) {
  const answers = Object.entries(fields).filter(([field, answer]) => field.startsWith(PREFIX) && answer !== undefined);
  return { day: fields.day, bodies: fields.bodies, answers: Object.fromEntries(answers.map(([field, answer]) => [field.slice(PREFIX.length), answer])) };
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * @param stored as the server has it
 * @param onState what became of saving: "saving", "saved", "merged", "clashed", or a problem
 * @param onJoined fields that are others' now, and those that wait for a decision, each with what others wrote
 */
export function createSaving(stored, { onState, onJoined }) {
  let base = flat(stored);
  let version = stored.version;
  let mine = { ...base };
  const clashes = new Map();
  let timer = null;
  let running = null;

  const wanted = () => ({ ...mine, ...Object.fromEntries([...clashes].map(([field, theirs]) => [field, theirs])) });
  const isChanged = () => clashes.size > 0 || Object.keys({ ...mine, ...base }).some((field) => !same(mine[field], base[field]));

  async function save() {
    clearTimeout(timer);
    if (running) return running.then(save);
    if (Object.keys({ ...wanted(), ...base }).every((field) => same(wanted()[field], base[field]))) return;
    running = write().finally(() => (running = null));
    return running;
  }

  async function write() {
    const sent = wanted();
    onState("saving");
    try {
      const answer = await send("PUT", `/self-assessments/${encodeURIComponent(stored.id)}`, folded(sent), version);
      take(answer, sent, answer.merged);
      onState(clashes.size > 0 ? "clashed" : answer.merged.length > 0 ? "merged" : "saved");
    } catch (problem) {
      if (problem.code !== "CHANGED_MEANWHILE") return onState(problem);
      await meet(problem.errors.map(({ field }) => field)).catch(onState);
    }
  }

  /** Both changed the same: the newest is what ours is a change of from now on. */
  async function meet(fields) {
    const newest = await getJson(`/self-assessments/${encodeURIComponent(stored.id)}`);
    const theirs = flat(newest);
    for (const field of fields) clashes.set(field, theirs[field]);
    take(newest, base, Object.keys({ ...theirs, ...base }).filter((field) => !fields.includes(field) && !same(theirs[field], base[field])));
    onState("clashed");
    later();
  }

  /** What the server has now; what was changed since what it knew of ours stays. */
  function take(answer, known, theirFields) {
    const now = flat(answer);
    mine = join({ base: known, theirs: now, mine }, Object.fromEntries([...clashes.keys()].map((field) => [field, "mine"])));
    base = now;
    version = answer.version;
    onJoined(mine, theirFields, clashes);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  }

  return {
    isChanged,
    save,
    version: () => version,
    set(field, value) {
      mine[field] = field.startsWith(PREFIX) ? plain(value) : value;
      if (field.startsWith(PREFIX) && same(mine[field], plain({})) && base[field] === undefined) delete mine[field];
      later();
    },
    /** Whose answer shall hold, where both gave one. */
    decide(field, isMine) {
      if (!isMine) mine[field] = clashes.get(field);
      clashes.delete(field);
      onJoined(mine, [field], clashes);
      return save();
    },
    stop: () => clearTimeout(timer),
  };
}
