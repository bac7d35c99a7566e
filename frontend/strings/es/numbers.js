// Cómo se dicen los números, y su ausencia.

const people = "las personas bajo supervisión";

export const numbers = {
  measures: {
    sites: "Lugares de servicio",
    sitesOf: (category) => `Lugares de servicio: ${category}`,
    sitesAbout: "Lugares de servicio con dirección pública en la zona. Los de dirección confidencial no se cuentan en ninguna.",
    nearest: "Distancia al servicio más cercano",
    nearestOf: (category) => `Distancia al servicio más cercano: ${category}`,
    nearestAbout: "En línea recta desde un punto en medio de la zona hasta el lugar de servicio más cercano con dirección pública.",
    sitesProse: (n, one) => `${n} ${one ? "lugar" : "lugares"} de servicio`,
    noSites: "ningún lugar de servicio",
    miles: (n) => `${n} mi`,
    milesProse: (n) => `${n} millas hasta el servicio más cercano`,
    under: (n) => `menos de ${n}`,
    noneNear: "no se conoce ningún lugar de servicio",
  },

  gaps: {
    gap: { walk: "Carencia de servicios, a pie", drive: "Carencia de servicios, en auto", transit: "Carencia de servicios, en transporte público" },
    gapOf: { walk: (category) => `Carencia de servicios a pie: ${category}`, drive: (category) => `Carencia de servicios en auto: ${category}`, transit: (category) => `Carencia de servicios en transporte público: ${category}` },
    gapAbout: {
      walk: "Personas que se quedan sin una parte pareja de los servicios a 30 minutos a pie. Donde hay números ocultos o redondeados solo se conocen límites; el color muestra el menor.",
      drive: "Personas que se quedan sin una parte pareja de los servicios a 30 minutos en auto. Donde hay números ocultos o redondeados solo se conocen límites; el color muestra el menor.",
      transit: "Personas que se quedan sin una parte pareja de los servicios a 30 minutos en transporte público una mañana entre semana, o a pie donde es más rápido. Donde hay números ocultos o redondeados solo se conocen límites; el color muestra el menor.",
    },
    minutesOf: { walk: (category) => `Minutos a pie hasta el más cercano: ${category}`, drive: (category) => `Minutos en auto hasta el más cercano: ${category}`, transit: (category) => `Minutos en transporte público hasta el más cercano: ${category}` },
    gapProse: (n, one) => `${n} ${one ? "persona se queda" : "personas se quedan"} sin servicio`,
    both: (gap, minutes) => `${gap} sin servicio, ${minutes} hasta el más cercano`,
    noGap: "nadie se queda sin servicio",
    whatIf: "¿Y si hubiera otros lugares?",
    minutes: (n) => `${n} min`,
    tooLong: "más de 60 min",
    atLeast: (range) => `al menos ${range}`,
    legend: (level, day) => `Personas por ${level}, según los números del ${day}`,
    inPlace: (category, place) => `personas se quedan sin servicios de ${category}${place ? ` en ${place}` : ""}`,
    far: (areas, minutes) => `${areas} donde la mitad de los hogares está a más de ${minutes} minutos de uno`,
  },

  cell: {
    hidden: "Oculto por privacidad",
    hiddenProse: "oculto por privacidad",
    noData: "Sin datos",
    noDataProse: "sin datos",
    nobody: "Nadie (0)",
    about: (n) => `unas ${n}`,
    prose: (n, measure) => `${n} ${measure}`,
    noneProse: (measure) => `cero ${measure}`,
    range: (from, to) => `${from} a ${to}`,
    unstable: "inestable",
    unstableLegend: "Inestable (menos de 20)",
    unstableWhy: "Inestable: menos de 20 personas, de modo que el azar solo ya lo cambia mucho",
    lowHitRate: "Se encontró menos del 85 % de las direcciones de esta zona: sus números son demasiado bajos.",
    notPublished: "No publicado",
  },

  rounding: {
    bands: "Las cifras se dan en intervalos.",
    base: (n) => `Las cifras están redondeadas a múltiplos de ${n}.`,
    none: "Las cifras no están redondeadas.",
    threshold: (k) => `Las cifras menores de ${k}, y algunas otras, están ocultas por privacidad.`,
    short: (n) => `redondeadas a múltiplos de ${n}`,
    shortBands: (day) => `${day ? `desde el ${day}, ` : ""}en intervalos`,
  },

  caption: (measure, level, place, day) => `${measure} por ${level}${place ? ` en ${place}` : ""}${day ? `, ${day}` : ""}.`,
  legendNote: (level, day) => `Personas por ${level} el ${day}`,
  legendServices: (level) => `Por ${level}, según el directorio de servicios`,
  why: {
    question: "¿Por qué está oculto?",
    some: "¿Por qué están ocultos algunos números?",
    more: "Más sobre los números ocultos y lo que significan los signos",
    small: (k) => (k ? `Las cifras menores de ${k} están ocultas` : "Las cifras pequeñas están ocultas"),
    rest: ", para que no se pueda reconocer a nadie por un número. También lo están las que vienen de muy pocas direcciones, y otras que permitirían calcular una oculta sumando o restando.",
    notSmall:
      "Oculto no quiere decir pequeño: una zona puede estar oculta solo para proteger a sus vecinas. Los mismos números están ocultos para todos.",
  },

  summary: {
    inPlace: (measure, place) => `${measure}${place ? ` en ${place}` : ""}`,
    figure: (known, total) => `${known} de ${total}`,
    withNumber: (areas) => `${areas} con un número`,
    hidden: (n) => `${n} con el número oculto por privacidad`,
    noData: (n) => `${n} sin datos`,
    sites: (one, kind) => `${one ? "lugar" : "lugares"} de servicio${kind ? ` de ${kind}` : ""}`,
    unplaced: (n) => `${n} fuera del mapa`,
    sitesFailed: "no se pudieron cargar los lugares de servicio",
    withSite: (areas, kind) => `${areas} tienen un lugar de servicio${kind ? ` de ${kind}` : ""}`,
    farthest: (place) => `es lo más lejos que está de un servicio el medio de una zona (${place})`,
    belowGate: (reason) =>
      `Para esta fecha se encontró menos del 85 % de las direcciones, así que las zonas pueden mostrar menos personas de las que hay. Se publicó por esta razón: ${reason}`,
  },

  notMapped: {
    shown: (n, outcome) => `${n} personas ${outcome} y no están en ningún mapa.`,
    hidden: (outcomes, others, most) =>
      `${others ? "Otras razones" : "Razones posibles"} (${outcomes}): oculto por privacidad. Lo oculto puede ser ${most ? `cualquier número de 0 a ${most}` : "cualquier número pequeño, o 0"}.`,
    unknown: (name) => [`constan como «${name}»`, name],
    outcomes: {
      no_fixed_address: ["no tienen domicilio fijo", "sin domicilio fijo"],
      correctional_facility: ["están en un centro penitenciario", "un centro penitenciario"],
      po_box: ["solo tienen un apartado postal", "un apartado postal"],
      out_of_jurisdiction: ["viven fuera de la jurisdicción", "una dirección fuera de la jurisdicción"],
      blank: ["no tienen ninguna dirección registrada", "sin dirección registrada"],
      unmatched: ["tienen una dirección que no se encontró", "una dirección que no se encontró"],
      ambiguous: ["tienen una dirección que podría ser varios lugares", "una dirección que podría ser varios lugares"],
      rural_route: ["solo tienen una ruta rural", "una ruta rural"],
      in_no_area: ["tienen una dirección fuera de las zonas del mapa", "una dirección fuera de las zonas del mapa"],
      in_no_atom: ["tienen una dirección donde no se sabe que viva nadie", "una dirección donde no se sabe que viva nadie"],
    },
  },

  rates: {
    rate: "Por cada 1,000 residentes",
    quotient: "Cociente de localización",
    residents: "Residentes",
    blank: {
      hidden: ["Oculto", "ninguno, porque un número que necesita está oculto por privacidad"],
      residents_unknown: ["Residentes desconocidos", "ninguno, porque no se sabe cuántas personas viven aquí"],
      few_residents: ["Muy pocos residentes", "ninguno, porque aquí viven menos de 100 personas"],
      large_share: [
        "Muy pocos residentes",
        "ninguno, porque la cifra supera el 20 % de los residentes, cuyo número puede ser antiguo",
      ],
      nobody: ["Nadie con quien comparar", "ninguno, porque no hay nadie con quien comparar"],
      unknown: ["Sin datos", "sin datos"],
    },
    none: (title, why) => `${title}: ${why}.`,
    rateProse: (title, n, residents) => `${title}: ${n} (de ${residents} residentes).`,
    quotientProse: (title, n, { all, measure, place }) =>
      `${title}: ${n}. Entre ${all ? "los residentes" : people}, las ${measure} son ${n} veces tan frecuentes como en ${place ? `todo ${place}` : "toda la jurisdicción"}.`,
    source: (apportioned, source, day) =>
      `Los residentes son de todas las edades, ${apportioned ? "repartidos a partir de" : "según"} «${source}», zonas del ${day}.`,
    fromRounded: "Las cifras junto a los números se calculan con los números redondeados.",
    hiddenToo: "Donde un número está oculto, también lo están ellas.",
    noResidents: "Sin tasas, porque no se sabe cuántas personas viven aquí.",
  },

  table: {
    label: "Tabla",
    name: "Nombre",
    find: "Buscar en la tabla",
    found: (n, total) => `${n} de ${total} zonas`,
    copy: "Copiar la tabla",
    copied: "La tabla está en el portapapeles.",
    notCopied: "El navegador no permitió copiar.",
    csv: "Descargar la tabla (CSV)",
    geojson: "Descargar GeoJSON",
    change: "Cambio",
    status: "Estado",
  },

  compare: {
    on: (day, words) => `El ${day}: ${words}`,
    change: (words) => `Cambio entre los números publicados: ${words}.`,
    none: "ninguno",
    notKnown: "desconocido, porque uno de ellos no se muestra",
    note: "Ambos números están redondeados, así que un cambio de hasta dos veces el redondeo puede no ser ninguno.",
    areas: "Comparar con otra zona",
  },
};
