import { beforeAll, expect, test } from "vitest";
import { type Followed, followTutorial, tutorialPath } from "./pages/tutorial.ts";
import { emptyFolder } from "./support/packed.ts";

// A newcomer follows the tutorial to the letter, in an empty folder, with the packed packages. `vitest run -u` on this
// file puts what was printed into the page.

const folder = emptyFolder();
let followed: Followed;
beforeAll(async () => {
  followed = await followTutorial(folder);
}, 900_000);

test("its commands end well", () => {
  expect(followed.failures).toEqual([]);
});

test("it shows what a newcomer gets", async () => {
  await expect(followed.page).toMatchFileSnapshot(tutorialPath);
});
