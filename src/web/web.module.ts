import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { DocumentNode } from 'graphql';
import { inProduction } from '../config/settings.js';
import { ChangesModule } from '../changes/changes.module.js';
import { Identity } from '../identity/identity.js';
import { IdentityModule } from '../identity/identity.module.js';
import { IntakeModule } from '../intake/intake.module.js';
import { ViewModule } from '../view/view.module.js';
import { AbsenceReasonsResolver } from './absence-reasons.resolver.js';
import { AdministrationResolver } from './administration.resolver.js';
import { AuditResolver } from './audit.resolver.js';
import { CalendarResolver } from './calendar.resolver.js';
import { AbsenceChangesResolver } from './absence-changes.resolver.js';
import { ForwardingChangesResolver } from './forwarding-changes.resolver.js';
import { ContactResolver } from './contact.resolver.js';
import { DirectoryResolver } from './directory.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';
import { asHttpError, formatError } from './error-format.js';
import { FaultsFilter } from './faults.filter.js';
import { ListsResolver } from './lists.resolver.js';
import { FindingsResolver } from './findings.resolver.js';
import { GrantsResolver } from './grants.resolver.js';
import {
  documentLimits,
  keptDocumentBytes,
  maxTokens,
  refuseLargeDocument,
} from './door/document-limits.js';
import { CompiledModule } from './compiled/compiled.module.js';
import { CompiledOperations } from './compiled/compiled-operations.js';
import { compiledPlugin } from './compiled/compiled.plugin.js';
import { DoorModule } from './door/door.module.js';
import { doorPlugin } from './door/door.plugin.js';
import { Spending } from './door/spending.js';
import { PagesController } from './pages/pages.controller.js';
import { IntranetExampleController } from './pages/intranet-example.controller.js';
import { SignInController } from './pages/sign-in.controller.js';
import { GraphiqlController } from './graphiql/graphiql.controller.js';
import { HealthController } from './health.controller.js';
import { Payloads } from './payloads.js';
import { Baselines } from './live/baselines.js';
import { Channels } from './live/channels.js';
import { LiveConnections } from './live/live-connections.js';
import { LiveDoor } from './live/live-door.js';
import { LiveProtocol } from './live/live-protocol.js';
import { LiveResolver } from './live/live.resolver.js';
import { StartStream } from './live/start-stream.js';
import { LevelsResolver } from './levels.resolver.js';
import { HeldPlanResolver } from './held-plan.resolver.js';
import {
  AbsenceResolver,
  DirectoryEntryResolver,
  ForwardingResolver,
  MunicipalityResolver,
  NumberLookupResolver,
  PersonResolver,
  SharedLineResolver,
  UnitResolver,
} from './person.resolver.js';
import { SyncRunsResolver } from './sync-runs.resolver.js';
import { BrowserTokensResolver } from './browser-tokens.resolver.js';
import { KeysResolver } from './keys.resolver.js';
import { PresenceResolver } from './presence.resolver.js';
import { RisesResolver } from './rises.resolver.js';
import { SharedLineChangesResolver } from './shared-line-changes.resolver.js';
import { SettingsResolver } from './settings.resolver.js';
import { SyncResolver } from './sync.resolver.js';
import { PersonAnsweringResolver } from './person-answering.resolver.js';
import { SubjectWordsResolver } from './subject-words.resolver.js';
import { UnitAnsweringChangesResolver } from './unit-answering-changes.resolver.js';
import { UnitAnsweringResolver } from './unit-answering.resolver.js';
import { TelephoneResolver } from './telephone.resolver.js';
import { UnitAbsenceResolver } from './unit-absence.resolver.js';
import { UnitDutiesResolver } from './unit-duties.resolver.js';
import { shownBy } from './door/authorization.js';
import { ViewerGuard, type RequestContext } from './viewer.guard.js';

/** The resolvers: roots, and the fields that take arguments or make ids. */
export const resolvers = [
  DirectoryResolver,
  ViewerResolver,
  ListsResolver,
  AbsenceChangesResolver,
  ForwardingChangesResolver,
  UnitAbsenceResolver,
  AdministrationResolver,
  PresenceResolver,
  AuditResolver,
  TelephoneResolver,
  SyncResolver,
  SyncRunsResolver,
  HeldPlanResolver,
  RisesResolver,
  KeysResolver,
  BrowserTokensResolver,
  SettingsResolver,
  SharedLineChangesResolver,
  AbsenceReasonsResolver,
  LevelsResolver,
  CalendarResolver,
  ContactResolver,
  FindingsResolver,
  GrantsResolver,
  UnitDutiesResolver,
  UnitAnsweringResolver,
  UnitAnsweringChangesResolver,
  PersonAnsweringResolver,
  SubjectWordsResolver,
  PersonResolver,
  SharedLineResolver,
  DirectoryEntryResolver,
  NumberLookupResolver,
  MunicipalityResolver,
  UnitResolver,
  AbsenceResolver,
  ForwardingResolver,
  LiveResolver,
];

type IncomingRequest = {
  readonly req: {
    readonly headersDistinct: NodeJS.Dict<string[]>;
    readonly body?: unknown;
  };
};

const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  imports: [IdentityModule, DoorModule, CompiledModule],
  inject: [Identity, inProduction, Spending, CompiledOperations],
  useFactory: (
    identity: Identity,
    production: boolean,
    spending: Spending,
    compiled: CompiledOperations,
  ) => ({
    autoSchemaFile: true,
    // The check asks the schema everything about itself, at each start; test/house/schema does it once.
    buildSchemaOptions: { skipCheck: true },
    sortSchema: true,
    path: '/graphql',
    // A demonstration is for trying things out; production does not show its schema or misspelt names.
    introspection: !production,
    hideSchemaDetailsFromClientErrors: true,
    playground: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens },
    validationRules: [documentLimits],
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: keptDocumentBytes }),
    plugins: [
      doorPlugin(spending),
      compiledPlugin(compiled),
      // It would give every field of the schema a resolver of its own, for a header that is ours to set.
      ApolloServerPluginCacheControlDisabled(),
    ],
    formatError,
    // Before anything is parsed: without a key there is no answer, not even to a faulty question.
    context: async ({ req }: IncomingRequest): Promise<RequestContext> => {
      try {
        const viewer = await identity.viewer(shownBy(req));
        refuseLargeDocument(req.body);
        return { viewer };
      } catch (error) {
        throw asHttpError(error);
      }
    },
  }),
});

@Module({
  imports: [
    graphql,
    CompiledModule,
    DoorModule,
    IdentityModule,
    ViewModule,
    ChangesModule,
    IntakeModule,
  ],
  controllers: [
    HealthController,
    GraphiqlController,
    PagesController,
    SignInController,
    IntranetExampleController,
  ],
  providers: [
    ...resolvers,
    Payloads,
    LiveConnections,
    LiveDoor,
    LiveProtocol,
    Baselines,
    Channels,
    StartStream,
    { provide: APP_GUARD, useClass: ViewerGuard },
    { provide: APP_FILTER, useClass: FaultsFilter },
  ],
})
export class WebModule {}
