/**
 * Waits until what is waiting already has had its turn: a message that calls a run off, a click, a signal. By a message to
 * oneself, because of timers that follow one another browsers make each wait four milliseconds, and Node one.
 */
export async function letOthersGoFirst(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}
