import type { DragEvent } from "react";
import { Step, type StepPlace } from "./Step";
import { StepFileButton } from "./StepButton";

/** Receive; a file dropped on it is meant for it, anywhere else on the tab for Collect. */
export function ReceiveStep(place: StepPlace) {
  const { board, deeds } = place;
  const take = ([file]: readonly File[]): void => deeds.share({ verb: "receive", given: { name: file.name, content: file } });
  const drop = (event: DragEvent): void => {
    const files = [...event.dataTransfer.files];
    if (files.length !== 1) return;
    event.preventDefault();
    event.stopPropagation();
    take(files);
  };
  return (
    <Step {...place} verb="receive" onDrop={drop}>
      <StepFileButton board={board} verb="receive" onFiles={take} />
    </Step>
  );
}
