import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Pane } from "./Pane";
import type { Surroundings } from "./surroundings";

/** Draws the pane into the page. */
export function draw(surroundings: Surroundings): void {
  const root = document.getElementById("root");
  if (!root) throw new TypeError("the page has no root");
  createRoot(root).render(
    <StrictMode>
      <Pane surroundings={surroundings} />
    </StrictMode>,
  );
}
