let context: AudioContext | null = null;

/** Two soft notes. A browser that lets no sound out before somebody clicked keeps silent. */
export function ring(): void {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') return void context.resume();
    const now = context.currentTime;
    for (const [index, frequency] of [660, 880].entries()) note(context, frequency, now + index * 0.14);
  } catch {
    // No sound card, no permission: the card is on the screen.
  }
}

function note(on: AudioContext, frequency: number, at: number): void {
  const tone = on.createOscillator();
  const loudness = on.createGain();
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.06, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
  tone.connect(loudness).connect(on.destination);
  tone.start(at);
  tone.stop(at + 0.32);
}
