// The words of signing in.

export const session = {
  roles: { planner: "planner", beat_officer: "beat officer", coalition_member: "coalition", data_steward: "data steward", privacy_officer: "privacy officer", administrator: "administrator" },
  key: "Key",
  signIn: "Sign in",
  signOut: "Sign out",
  signedInAs: (name, what) => `Signed in as ${name} (${what}).`,
  welcome: (name) => `Signed in as ${name}.`,
  notKept: "The key is right, but the browser does not keep the session. Open this page over HTTPS.",
};
