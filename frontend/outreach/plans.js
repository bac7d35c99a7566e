// What several parts of the page say of a plan.

import { texts } from "./words.js";

/** What a plan is called: tours and patrols have no title of their own. */
export const titleOf = ({ kind, plan, areas }) => plan.title || (areas?.length ? `${texts.short[kind]} ${areas.join(", ")}` : texts.kinds[kind]);

/** Whether it is over by the clock of the server's moments. */
export const isOver = ({ endsAt }) => new Date(endsAt) < new Date();
export const hasBegun = ({ startsAt }) => new Date(startsAt) < new Date();
