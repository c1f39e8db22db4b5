/** Twice what is shown, for screens of high density. */
const MOST = { width: 480, height: 96 };
/** The server takes no more. */
const MOST_BYTES = 100_000;
const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

/** `unreadable`: no image, or one that is not taken (a drawing in SVG may hold scripts). `too_large`: even made smaller. */
export class LogoRefused extends Error {
  readonly why: 'unreadable' | 'too_large';

  constructor(why: 'unreadable' | 'too_large') {
    super(why);
    this.why = why;
  }
}

/** The size at which an image fits, never larger than it is. */
export function fitted({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** An image as it is sent: as it is when it is small enough, else drawn smaller, its transparency kept. @throws LogoRefused */
export async function shrinkLogo(file: Blob): Promise<Blob> {
  if (!TYPES.includes(file.type)) throw new LogoRefused('unreadable');
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new LogoRefused('unreadable');
  });
  const { width, height } = fitted(bitmap);
  if (width === bitmap.width && height === bitmap.height && file.size <= MOST_BYTES) return file;
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext('2d');
  if (!paper) throw new LogoRefused('unreadable');
  paper.imageSmoothingQuality = 'high';
  paper.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const drawn = await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 });
  if (drawn.size > MOST_BYTES) throw new LogoRefused('too_large');
  return drawn;
}
