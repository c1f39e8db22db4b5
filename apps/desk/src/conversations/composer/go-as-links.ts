type File = { sizeInBytes: number };

/** The files that do not go along with a message, by the server's own rule: each that would make it larger than so many bytes. */
export function goAsLinks<F extends File>(files: readonly F[], aboveBytes: number): F[] {
  let bytes = 0;
  return files.filter(({ sizeInBytes }) => {
    if (bytes + sizeInBytes > aboveBytes) return true;
    bytes += sizeInBytes;
    return false;
  });
}
