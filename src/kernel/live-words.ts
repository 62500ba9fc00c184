/** Why a stream tells its client to list again. */
export type ResyncCause = 'BULK_CHANGE' | 'TOO_OLD' | 'TOO_SLOW' | 'RIGHTS_CHANGED';
