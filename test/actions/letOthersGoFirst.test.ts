import { letOthersGoFirst } from "../../src/actions/letOthersGoFirst";

it("gives a message that waits already its turn first", async () => {
  const { port1, port2 } = new MessageChannel();
  const heard: string[] = [];
  port1.onmessage = ({ data }: MessageEvent<string>) => heard.push(data);
  port2.postMessage("cancel");
  await letOthersGoFirst();
  port1.close();
  expect(heard).toEqual(["cancel"]);
});

it("waits for each of several who ask at once", async () => {
  const back: number[] = [];
  await Promise.all([1, 2, 3].map(async (run) => letOthersGoFirst().then(() => back.push(run))));
  expect(back.sort()).toEqual([1, 2, 3]);
});
