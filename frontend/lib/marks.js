// The sign of a service category: letters, shape and colour together, so that none is needed alone.

const SHAPES = ["circle", "square", "diamond"];
const COLOURS = 7;
const OTHER = { letters: "•", shape: "circle", colour: COLOURS };

/** Category code → sign. Letters are one or two from the name and differ between categories. */
export function makeMarks(categories) {
  const taken = new Set();
  const marks = new Map();
  categories.forEach(({ code, name }, i) => {
    const letters = lettersFor(name, taken);
    taken.add(letters.toUpperCase());
    marks.set(code, { letters, shape: SHAPES[i % SHAPES.length], colour: i % COLOURS });
  });
  return marks;
}

export function markOf(marks, code) {
  return marks.get(code) ?? OTHER;
}

function lettersFor(name, taken) {
  const letters = [...name].filter((letter) => /\p{L}/u.test(letter));
  const first = (letters[0] ?? "?").toUpperCase();
  const initials = name.split(/[^\p{L}]+/u).filter(Boolean).map((word) => word[0].toLowerCase());
  const second = [...initials.slice(1), ...letters.slice(1).map((letter) => letter.toLowerCase())];
  const choices = [first, ...second.map((letter) => first + letter)];
  const free = choices.find((choice) => !taken.has(choice.toUpperCase()));
  if (free) return free;
  let number = 2;
  while (taken.has(first + number)) number++;
  return first + number;
}
