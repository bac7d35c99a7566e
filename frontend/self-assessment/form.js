// An assessment: its day, who took part, and the questions of the three sections, to be read or to be answered.

import { h } from "../lib/dom.js";
import { inWords, texts } from "./words.js";

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

/**
 * @param asked the questions of its edition
 * @param stored as the server has it
 * @param onChange(field, value); null where it is only read
 * @param onDecide(field, isMine)
 */
export function createForm(container, asked, stored, { onChange, onDecide }) {
  const fields = new Map();
  const progress = h("progress", { "aria-label": texts.answered(0, stored.questions), max: String(stored.questions) });
  const count = h("span", {});
  const stepName = (step) => inWords(asked.steps[step].name);

  const said = (answer) => {
    if (!answer) return texts.noAnswer;
    const chosen = answer.doesNotApply ? texts.doesNotApply : answer.step === null ? texts.noAnswer : stepName(answer.step);
    return [chosen, answer.note].filter(Boolean).join(" – ");
  };

  function question({ id, text }) {
    const field = `answers.${id}`;
    const answer = stored.answers[id];
    if (!onChange) return h("div", { class: "question" }, h("p", {}, h("strong", {}, inWords(text))), h("p", {}, said(answer)));
    const options = [...asked.steps.map(({ step, name }) => [String(step), inWords(name)]), ["x", texts.doesNotApply]].map(([value, label]) => [h("input", { type: "radio", name: id, value }), label]);
    const note = h("textarea", { rows: "2", maxlength: String(asked.longestNote) });
    const clash = h("div", { class: "clash", hidden: true });
    const read = () => {
      const value = options.find(([radio]) => radio.checked)?.[0].value;
      return { step: value === undefined || value === "x" ? null : Number(value), doesNotApply: value === "x", note: note.value };
    };
    const change = () => {
      onChange(field, read());
      showCount();
    };
    const clear = () => {
      for (const [radio] of options) radio.checked = false;
      change();
      options[0][0].focus();
    };
    const write = (value) => {
      const chosen = value?.doesNotApply ? "x" : String(value?.step ?? "");
      for (const [radio] of options) radio.checked = radio.value === chosen;
      note.value = value?.note ?? "";
    };
    write(answer);
    note.addEventListener("input", change);
    const element = h("fieldset", { class: "question", change },
      h("legend", {}, inWords(text)),
      h("div", { class: "steps-of" }, options.map(([radio, label]) => h("label", { class: "tick" }, radio, h("span", {}, label)))),
      h("label", {}, h("span", {}, texts.note), note),
      h("p", { class: "no-paper" }, h("button", { type: "button", class: "link", click: clear }, texts.clear)),
      clash);
    fields.set(field, { write, clash, isAnswered: () => options.some(([radio]) => radio.checked) });
    return element;
  }

  function heading() {
    if (!onChange) return h("p", {}, stored.bodies.join(" · "));
    const day = h("input", { type: "date", value: stored.day, required: true });
    const bodies = h("textarea", { rows: "4" });
    const clash = () => h("div", { class: "clash", hidden: true });
    const write = (element, form) => (value) => (element.value = form(value));
    bodies.value = stored.bodies.join("\n");
    day.addEventListener("change", () => day.value && onChange("day", day.value));
    bodies.addEventListener("input", () => onChange("bodies", lines(bodies.value)));
    fields.set("day", { write: write(day, String), clash: clash() });
    fields.set("bodies", { write: write(bodies, (all) => all.join("\n")), clash: clash() });
    return [
      h("p", { class: "caution" }, texts.warning),
      stored.state === "draft" ? null : h("p", { class: "quiet" }, texts.correct),
      h("label", {}, h("span", {}, texts.day), day), fields.get("day").clash,
      h("label", {}, h("span", {}, texts.bodies), bodies), h("p", { class: "quiet" }, texts.bodiesAbout), fields.get("bodies").clash,
      h("div", { class: "done" }, progress, count),
    ];
  }

  function showCount() {
    const answered = [...fields.values()].filter((field) => field.isAnswered?.()).length;
    const sentence = texts.answered(answered, stored.questions);
    progress.value = answered;
    progress.setAttribute("aria-label", sentence);
    count.textContent = sentence;
  }

  container.replaceChildren(
    ...[heading()].flat().filter(Boolean),
    h("details", { class: "no-paper" }, h("summary", {}, texts.scale), h("dl", { class: "scale" }, asked.steps.flatMap(({ name, anchor }) => [h("dt", {}, inWords(name)), h("dd", {}, inWords(anchor))]))),
    ...asked.sections.map(({ title, questions }) => h("section", {}, h("h3", {}, inWords(title)), questions.map(question))),
  );
  if (onChange) showCount();

  return {
    /** Puts in what others wrote, and asks where both wrote; what is being typed stays. */
    show(mine, theirFields, clashes) {
      for (const field of theirFields) fields.get(field)?.write(mine[field]);
      for (const [field, { clash }] of fields) {
        clash.hidden = !clashes.has(field);
        if (clash.hidden) continue;
        const theirs = clashes.get(field);
        const shown = field.startsWith("answers.") ? said(theirs) : String(theirs);
        clash.replaceChildren(
          h("p", {}, texts.clash(shown)),
          h("p", { class: "take" },
            h("button", { type: "button", click: () => onDecide(field, false) }, texts.keepTheirs),
            h("button", { type: "button", click: () => onDecide(field, true) }, texts.keepMine)));
      }
      showCount();
    },
  };
}
