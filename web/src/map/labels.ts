// Names of places, shown where they do not lie on one another.

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** For each box, in order of weight, whether it is free of those kept before it and lies inside `frame`. */
export function keep(frame: Box, boxes: readonly Box[]): boolean[] {
  const kept: Box[] = [];
  return boxes.map((box) => {
    const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
    const free = inside && kept.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
    if (free) kept.push(box);
    return free;
  });
}

/** Hides the names of `markers`, heaviest first, that would lie on another name or stick out of the map. */
export function apart(frame: Box, markers: readonly HTMLElement[]): void {
  const labels = markers.map((marker) => marker.querySelector('span')).filter((label) => label !== null);
  const shown = keep(frame, labels.map((label) => label.getBoundingClientRect()));
  labels.forEach((label, i) => label.classList.toggle('covered', !shown[i]));
}
