/**
 * Focus is never lost: where the element that has it is taken away, its nearest ancestor still there gets it, so that Tab goes
 * on from the same place and a screen reader stays where it was. Returns what ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let path: readonly Element[] = [];
  const remember = (event: FocusEvent): void => {
    path = event.target instanceof Element ? ancestors(event.target) : [];
  };
  const mend = (): void => {
    const { activeElement } = document;
    if (path.length === 0 || path[0].isConnected || (activeElement && activeElement !== document.body)) return;
    const next = path.find((element) => element.isConnected && root.contains(element));
    if (!(next instanceof HTMLElement)) return;
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(mend);
  root.addEventListener("focusin", remember);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener("focusin", remember);
    observer.disconnect();
  };
}

function ancestors(element: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) path.push(at);
  return path;
}
