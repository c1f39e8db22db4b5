/** Platforms name people by long codes that tell an agent nothing; numbers, addresses and handles do. */
export const isReadableAddress = (address: string): boolean => /[@+.]/.test(address) || address.length <= 16;
