import { EventEmitter } from 'node:events';

/** Something that is true now and not worth keeping: who types, who looks. */
export type Ephemeral = { workspaceId: string; topic: string; payload: unknown };

/**
 * Carries hints and ephemera inside this process. The log is the truth: a lost hint costs a moment (readers also poll), never a fact.
 * A bus between processes has the same shape.
 */
export type Bus = {
  hintLog: () => void;
  onLogHint: (listener: () => void) => () => void;
  /** Something waits to be worked on (see platform/lanes). */
  hintWork: () => void;
  onWorkHint: (listener: () => void) => () => void;
  publish: (message: Ephemeral) => void;
  onEphemeral: (listener: (message: Ephemeral) => void) => () => void;
};

export function makeBus(): Bus {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const on = <T>(name: string, listener: (value: T) => void) => {
    emitter.on(name, listener);
    return () => void emitter.off(name, listener);
  };
  return {
    hintLog: () => void emitter.emit('log'),
    onLogHint: (listener) => on('log', listener),
    hintWork: () => void emitter.emit('work'),
    onWorkHint: (listener) => on('work', listener),
    publish: (message) => void emitter.emit('ephemeral', message),
    onEphemeral: (listener) => on('ephemeral', listener),
  };
}
