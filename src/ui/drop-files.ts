/** Takes files dropped anywhere on the page, and shows the hint while some are over it. */
export function takeDroppedFiles(
  hint: HTMLElement,
  take: (files: readonly [File, ...File[]]) => void,
): void {
  // dragenter and dragleave also come for every child: the hint goes when as many left as came.
  let depth = 0;
  const settle = (next: number) => {
    depth = Math.max(0, next);
    hint.hidden = depth === 0;
  };
  document.addEventListener('dragenter', (event) => {
    if (holdsFiles(event)) settle(depth + 1);
  });
  document.addEventListener('dragleave', (event) => {
    if (holdsFiles(event)) settle(depth - 1);
  });
  document.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    settle(0);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const [file, ...more] = event.dataTransfer?.files ?? [];
    if (file) take([file, ...more]);
  });
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
