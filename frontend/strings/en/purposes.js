// What data may be used for, as agreements name it.

export const purposes = {
  aggregate_publication: "publication of aggregates",
  service_planning: "planning of services",
  outreach_planning: "planning of outreach",
  evaluation: "evaluation",
};
