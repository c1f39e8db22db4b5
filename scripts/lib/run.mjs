import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';
import { environment } from './runtime.mjs';

/** Runs a program and returns its exit code and everything it printed, without colors. After `timeout` ms it is ended: code 1. */
export function capture(command, args, { cwd = root, env = {}, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: environment({ NO_COLOR: '1', ...env }), stdio: ['ignore', 'pipe', 'pipe'], timeout });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program in our place: same terminal, our signals passed on. Resolves with the exit code (128 + n for signal n).
 * Ctrl-C in a terminal reaches the program directly as well; a second signal of the same kind must be harmless to it.
 */
export function become(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: environment(env), stdio: 'inherit' });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const passOn = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, passOn);
    const end = (code) => {
      for (const signal of signals) process.off(signal, passOn);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(error.message);
      end(127);
    });
    child.on('exit', (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}
