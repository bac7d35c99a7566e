// Las palabras para iniciar sesión.

export const session = {
  roles: { planner: "planificación", beat_officer: "agente de zona", coalition_member: "coalición", data_steward: "custodia de datos", privacy_officer: "protección de datos", administrator: "administración" },
  key: "Clave",
  signIn: "Iniciar sesión",
  signOut: "Cerrar sesión",
  signedInAs: (name, what) => `Sesión de ${name} (${what}).`,
  welcome: (name) => `Sesión iniciada: ${name}.`,
  notKept: "La clave es correcta, pero el navegador no conserva la sesión. Abra esta página con HTTPS.",
};
