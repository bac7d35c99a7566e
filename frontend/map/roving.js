// One tab stop for many things on the map: arrow keys move between neighbours, Home and End to the ends.

import { neighbour } from "../lib/geometry.js";

/**
 * @param items [{id, element, point()}] in reading order; point gives screen coordinates
 * @param onOpen called with the item on Enter or Space
 * @param onFocus, onBlur called with the item
 */
export function createRoving({ onOpen, onFocus = () => {}, onBlur = () => {} }) {
  let items = [];
  let current = -1;

  const setCurrent = (index) => {
    items[current]?.element.setAttribute("tabindex", "-1");
    current = index;
    items[current]?.element.setAttribute("tabindex", "0");
  };

  const focus = (index) => {
    if (index < 0 || index >= items.length) return;
    setCurrent(index);
    items[index].element.focus({ preventScroll: true });
  };

  const onKeydown = (event, index) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") onOpen(items[index]);
    else if (event.key === "Home") focus(0);
    else if (event.key === "End") focus(items.length - 1);
    else if (event.key.startsWith("Arrow")) focus(neighbour(items.map((item) => item.point()), index, event.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    set(next) {
      const kept = items[current]?.id;
      items = next;
      current = -1;
      items.forEach((item, index) => {
        item.element.setAttribute("tabindex", "-1");
        item.element.addEventListener("keydown", (event) => onKeydown(event, index));
        item.element.addEventListener("focus", () => {
          setCurrent(index);
          onFocus(item);
        });
        item.element.addEventListener("blur", () => onBlur(item));
      });
      setCurrent(Math.max(0, items.findIndex((item) => item.id === kept)));
    },
    makeCurrent(id) {
      const index = items.findIndex((item) => item.id === id);
      if (index >= 0) setCurrent(index);
    },
    focus(id) {
      focus(items.findIndex((item) => item.id === id));
    },
  };
}
