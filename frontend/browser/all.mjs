// All tests in one process, so that one browser serves them all. A new file of tests gets a line here.

import "./harness.test.mjs";
import "./limits.test.mjs";
import "./figures.test.mjs";
import "./choices.test.mjs";
import "./tasks.test.mjs";
import "./bad-cases.test.mjs";
import "./where.test.mjs";
import "./accessibility.test.mjs";
import "./outreach.test.mjs";
import "./tours.test.mjs";
import "./done.test.mjs";
import "./week.test.mjs";
import "./self-assessment.test.mjs";
import "./keys.test.mjs";
import "./session.test.mjs";
import "./desk.test.mjs";

