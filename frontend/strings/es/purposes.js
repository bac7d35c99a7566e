// Para qué pueden usarse los datos, como lo nombran los acuerdos.

export const purposes = {
  aggregate_publication: "publicación de agregados",
  service_planning: "planificación de servicios",
  outreach_planning: "planificación de acercamiento",
  evaluation: "evaluación",
};
