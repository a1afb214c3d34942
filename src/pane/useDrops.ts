import { useEffect } from "react";
import { filesDropped } from "./filesDropped";

/** Files may be dropped anywhere in the window; where there is no use for them, they at least do not replace the pane. */
export function useDrops(take: ((files: readonly File[]) => void) | undefined): void {
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      if (event.dataTransfer && take) void filesDropped(event.dataTransfer).then((files) => files.length > 0 && take(files));
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [take]);
}
