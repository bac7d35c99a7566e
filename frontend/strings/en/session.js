// The words of signing in.

export const session = {
  roles: { planner: "planner", beat_officer: "beat officer", coalition_member: "coalition", data_steward: "data steward", privacy_officer: "privacy officer", administrator: "administrator" },
  key: "Key",
  name: "Name of the account",
  password: "Password",
  byPassword: "With name and password",
  acknowledged: "I have read this.",
  signIn: "Sign in",
  signOut: "Sign out",
  signOutEverywhere: "Sign out everywhere",
  trainingLapsed: (day) => `A year has passed since the last training (${day}). Until an administrator writes down the next, this account reads what everybody reads.`,
  lockTitle: "Hidden, because nobody has used this page for 30 minutes",
  lockAbout: (name) => `Sign in again as ${name} to go on where you were. What you typed is kept.`,
  lockLeave: "Go on without signing in",
  signedInAs: (name, what) => `Signed in as ${name} (${what}).`,
  welcome: (name) => `Signed in as ${name}.`,
  notKept: "The key is right, but the browser does not keep the session. Open this page over HTTPS.",
};
