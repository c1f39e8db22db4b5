import type { FastifyRequest } from 'fastify';
import type { Places } from './single-sign-on.types.ts';

/** Where browsers come back from the provider: after signing in, after signing out. */
export const CALLBACK = '/sign-in/single/callback';
export const SIGNED_OUT = '/sign-in/single/signed-out';
/** Where the provider itself posts. One address for each workspace: nothing in a token has to be believed to find its settings. */
export const BACK_CHANNEL = '/sign-in/single/sign-out/:workspaceId';

/** The address of this installation as the provider knows it. */
export const originOf = (request: FastifyRequest, publicUrl: string | null): string => publicUrl ?? `${request.protocol}://${request.host}`;

export const placesOf = (origin: string, workspaceId: string): Places => ({
  redirectUri: `${origin}${CALLBACK}`,
  signedOutUri: `${origin}${SIGNED_OUT}`,
  backChannelUri: `${origin}${BACK_CHANNEL.replace(':workspaceId', workspaceId)}`,
});
