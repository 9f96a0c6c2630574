// The functions as they are deployed to AWS Lambda. The workflow imports their types only.

export interface Metadata {
  format: string;
  width: number;
  height: number;
}

const formats: readonly string[] = ["jpeg", "png", "webp"];

export async function extractMetadata(event: { bucket: string; key: string }): Promise<Metadata> {
  const format = event.key.split(".").at(-1) ?? "";
  if (!formats.includes(format)) throw new UnsupportedImage(`"${event.key}" is not an image we know.`);
  return { format, width: 4032, height: 3024 };
}

export async function makeThumbnail(event: {
  bucket: string;
  key: string;
  width: number;
}): Promise<{ thumbnailKey: string }> {
  return { thumbnailKey: `thumbnails/${event.width}/${event.key}` };
}

export async function findLabels(event: {
  bucket: string;
  key: string;
}): Promise<{ name: string; confidence: number }[]> {
  return [{ name: event.key, confidence: 100 }];
}

class UnsupportedImage extends Error {
  override readonly name = "UnsupportedImage";
}
