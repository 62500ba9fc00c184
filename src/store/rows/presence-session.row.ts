import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of presence_session. */
@Entity({ name: 'presence_session' })
export class PresenceSessionRow {
  @ForeignKey(() => PersonRow, 'id', { name: 'presence_session_person_fkey' })
  @PrimaryColumn({
    type: 'uuid',
    name: 'person_id',
    primaryKeyConstraintName: 'presence_session_pkey',
  })
  personId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'presence_session_pkey' })
  source!: string;

  @PrimaryColumn({
    type: 'text',
    name: 'session_id',
    primaryKeyConstraintName: 'presence_session_pkey',
  })
  sessionId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'presence_session_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text' })
  availability!: string;

  @Column({ type: 'text' })
  activity!: string;

  @Column({ type: 'numeric', name: 'report_seq', precision: 20 })
  reportSeq!: string;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
