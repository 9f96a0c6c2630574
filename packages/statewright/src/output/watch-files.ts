import { watch } from "chokidar";

/** How long the disk must be quiet before a change counts: editors write a file in several steps. */
const quietMilliseconds = 40;

const watchedEndings = /\.([mc]?[tj]s|json)$/;
const leftOut = /(^|[\\/])(node_modules|dist|\.[^\\/]+)([\\/]|$)/;

/**
 * Calls `draw` once, and again after every change of the files and of the sources in the folders, never two at a
 * time. Ends when the process is asked to (Ctrl-C).
 */
export async function watchFiles(paths: readonly string[], draw: () => Promise<void>): Promise<void> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path, stats) =>
      isLeftOut(path, paths) || (stats?.isFile() === true && !watchedEndings.test(path)),
  });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  const redraw = async () => {
    if (running !== undefined) {
      again = true;
      return;
    }
    do {
      again = false;
      running = draw();
      await running;
    } while (again);
    running = undefined;
  };
  const ended = endOfProcess();
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void redraw().catch(ended.fail), quietMilliseconds);
  });
  // From here on no save is missed.
  await new Promise<void>((ready) => watcher.once("ready", ready));
  try {
    void redraw().catch(ended.fail);
    await ended.promise;
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
}

/** The rule holds below the watched folders only: a project may well stand in a hidden folder. */
function isLeftOut(path: string, paths: readonly string[]): boolean {
  const root = paths.find((start) => path.startsWith(start));
  return root !== undefined && leftOut.test(path.slice(root.length));
}

function endOfProcess(): { readonly promise: Promise<void>; readonly fail: (fault: unknown) => void } {
  let fail: (fault: unknown) => void = () => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    fail = reject;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  return { promise, fail };
}
