// Las palabras para iniciar sesión.

export const session = {
  roles: { planner: "planificación", beat_officer: "agente de zona", coalition_member: "coalición", data_steward: "custodia de datos", privacy_officer: "protección de datos", administrator: "administración" },
  key: "Clave",
  name: "Nombre de la cuenta",
  password: "Contraseña",
  byPassword: "Con nombre y contraseña",
  acknowledged: "Lo he leído.",
  signIn: "Iniciar sesión",
  signOut: "Cerrar sesión",
  signOutEverywhere: "Cerrar sesión en todas partes",
  trainingLapsed: (day) => `Ha pasado un año desde la última formación (${day}). Hasta que la administración anote la siguiente, esta cuenta lee lo que leen todos.`,
  lockTitle: "Oculto, porque nadie ha usado esta página durante 30 minutos",
  lockAbout: (name) => `Inicie sesión de nuevo como ${name} para seguir donde estaba. Lo que escribió se conserva.`,
  lockLeave: "Seguir sin iniciar sesión",
  signedInAs: (name, what) => `Sesión de ${name} (${what}).`,
  welcome: (name) => `Sesión iniciada: ${name}.`,
  notKept: "La clave es correcta, pero el navegador no conserva la sesión. Abra esta página con HTTPS.",
};
