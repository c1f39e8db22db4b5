import { totalmem } from 'node:os';

type Wish = { sockets: string; fsync: boolean; memoryInBytes?: number };

const megabyte = 1024 * 1024;

/**
 * How the server is set, as `name=value`. Made for a small machine that also runs Node: a quarter of the memory for the page cache, at most
 * 256 MB of it ours, no parallel plans (two cores, and containers give /dev/shm only 64 MB).
 */
export function serverSettings({ sockets, fsync, memoryInBytes = totalmem() }: Wish): string[] {
  const memory = Math.floor(memoryInBytes / megabyte);
  const sharedBuffers = Math.max(32, Math.min(256, Math.floor(memory / 8)));
  return [
    // A comma would start a second folder, hence the quotes.
    `unix_socket_directories="${sockets}"`,
    'unix_socket_permissions=0700',
    'listen_addresses=',
    'port=5432',
    // What need not last is for tests: many products stand beside each other on one server then.
    `max_connections=${fsync ? 60 : 200}`,
    `shared_buffers=${sharedBuffers}MB`,
    `effective_cache_size=${Math.max(64, Math.floor(memory / 4))}MB`,
    'work_mem=8MB',
    'maintenance_work_mem=64MB',
    'max_parallel_workers_per_gather=0',
    'max_parallel_maintenance_workers=0',
    'jit=off',
    'random_page_cost=1.1',
    'wal_compression=on',
    'checkpoint_timeout=15min',
    'max_wal_size=1GB',
    // A young installation grows from nothing to thousands of rows within minutes: plans must not be made for empty tables.
    'autovacuum_naptime=10s',
    'file_copy_method=clone',
    'cluster_name=madoguchi',
    'timezone=UTC',
    'log_timezone=UTC',
    // The application reports failed statements itself; here only what concerns the server (LOG stands above ERROR).
    'log_min_messages=log',
    'log_checkpoints=off',
    ...(fsync ? ['synchronous_commit=on'] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
}
