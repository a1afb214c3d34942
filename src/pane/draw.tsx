import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Boundary } from "./Boundary";
import { Pane } from "./Pane";
import type { Surroundings } from "./surroundings";

/** Draws the pane into the page; from then on the page's guard has nothing to say. */
export function draw(surroundings: Surroundings): void {
  const root = document.getElementById("root");
  if (!root) throw new TypeError("the page has no root");
  document.documentElement.dataset.pane = "drawn";
  createRoot(root).render(
    <StrictMode>
      <Boundary>
        <Pane surroundings={surroundings} />
      </Boundary>
    </StrictMode>,
  );
}
