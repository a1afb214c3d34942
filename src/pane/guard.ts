/**
 * Entry of its own, loaded beside everything else: where a script of the page does not arrive, or Excel does not answer, it says so
 * in plain HTML. What it says goes when the pane is drawn after all.
 */
import type { NotOpened } from "../i18n/paneOpening";
import { plainMessage } from "./plainMessage";

/** Milliseconds after which a clerk should not look at an empty pane any longer. */
const PATIENCE = 6_000;

function say(why: NotOpened): void {
  const root = document.getElementById("root");
  if (root !== null && document.documentElement.dataset.pane === undefined) root.replaceChildren(plainMessage(why));
}

function whyNot(): NotOpened {
  if (typeof Office !== "undefined") return document.documentElement.dataset.waiting === undefined ? "incomplete site" : "no answer";
  return document.querySelector("script[data-office]") === null ? "incomplete site" : "no office";
}

addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement) say(target.dataset.office === undefined ? "incomplete site" : "no office");
  },
  true,
);
setTimeout(() => say(whyNot()), PATIENCE);
