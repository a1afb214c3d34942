import { Component, useEffect, useRef, type ReactNode } from "react";
import { plainMessage } from "./plainMessage";

/** Where drawing the pane fails, a plain message with a button stands instead of a blank page. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokeDown /> : this.props.children;
  }
}

function BrokeDown() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.replaceChildren(plainMessage("broke down")), []);
  return <div ref={place} />;
}
