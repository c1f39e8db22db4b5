/** Stands where an endpoint has its address: the model that runs on this server. No address that can be typed in is this. */
export const LOCAL_URL = 'local:';
