import { automationEnum } from '../../../commands/types/automation-enums.ts';
import { defineEnum } from '../../../types/define-enum.ts';
import { defineType, type TypeSpec } from '../../../types/define-type.ts';
import { utcOf, zoneOf } from '../../../types/engine-zone.ts';
import { eventMembers } from '../../../types/event-members.ts';
import { NetCollection } from '../../../values/net-list.ts';
import { toLocalTime } from '../../../values/time-zone.ts';
import { Job, type JobState, JobStateEventArgs } from './job.ts';

const prefix = 'System.Management.Automation.';

/** JobStateInfo: the state of a job and why it is in it. */
export class JobStateInfo {
  readonly job: Job;
  readonly #state: JobState | undefined;

  /** @param state what it was at some time; what it is now where left out */
  constructor(job: Job, state?: JobState) {
    this.job = job;
    this.#state = state;
  }

  get state(): JobState {
    return this.#state ?? this.job.state;
  }

  toString(): string {
    return this.state;
  }
}

const jobType = defineType({
  name: `${prefix}Job`,
  isAbstract: true,
  jsClass: Job,
  typeNameOf: (job: Job) => job.spec.typeName,
  members: {
    ...eventMembers({ StateChanged: 'EventHandler<JobStateEventArgs>' }),
    'prop ChildJobs object get': (self: Job) => new NetCollection([...self.childJobs]),
    'prop Command string get': (self: Job) => self.spec.command,
    'prop Debug object get': (self: Job) => self.streams.debug,
    'prop Error object get': (self: Job) => self.streams.error,
    'prop HasMoreData bool get': (self: Job) => self.hasMoreData,
    'prop Id int get': (self: Job) => self.spec.id,
    'prop Information object get': (self: Job) => self.streams.information,
    'prop InstanceId Guid get': (self: Job) => self.spec.instanceId,
    'prop JobStateInfo JobStateInfo get': (self: Job) => new JobStateInfo(self),
    'prop Location string get': (self: Job) => self.spec.location,
    'prop Name string get set': {
      get: (self: Job) => self.name,
      set: (self: Job, value: string | null) => {
        self.name = value ?? '';
      },
    },
    'prop Output object get': (self: Job) => self.streams.output,
    'prop Progress object get': (self: Job) => self.streams.progress,
    'prop PSBeginTime object get'(self: Job) {
      return self.began === undefined ? null : toLocalTime(utcOf(self.began), zoneOf(this));
    },
    'prop PSEndTime object get'(self: Job) {
      return self.ended === undefined ? null : toLocalTime(utcOf(self.ended), zoneOf(this));
    },
    'prop PSJobTypeName string get': (self: Job) => self.spec.jobType,
    'prop State object get': (self: Job) => automationEnum('JobState', self.state),
    'prop StatusMessage string get': (self: Job) => self.statusMessage,
    'prop Verbose object get': (self: Job) => self.streams.verbose,
    'prop Warning object get': (self: Job) => self.streams.warning,
    'StopJob() void': (self: Job) => self.stop(),
    'Dispose() void': () => undefined,
  },
});

const stateInfoType = defineType({
  name: `${prefix}JobStateInfo`,
  jsClass: JobStateInfo,
  members: {
    'prop State JobState get': ({ state }: JobStateInfo) => automationEnum('JobState', state),
    'prop Reason object get': ({ job }: JobStateInfo) => job.reason?.exception ?? null,
    'ToString() string': ({ state }: JobStateInfo) => state,
  },
});

const stateEventType = defineType({
  name: `${prefix}JobStateEventArgs`,
  base: 'System.EventArgs',
  jsClass: JobStateEventArgs,
  members: {
    'prop JobStateInfo JobStateInfo get': (self: JobStateEventArgs) => new JobStateInfo(self.job, self.state),
    'prop PreviousJobStateInfo JobStateInfo get': (self: JobStateEventArgs) => new JobStateInfo(self.job, self.before),
  },
});

const derived = (name: string): TypeSpec => defineType({ name, base: `${prefix}Job` });

/** Jobs as scripts see them. */
export const jobTypes: readonly TypeSpec[] = [
  defineEnum(
    `${prefix}JobState`,
    'NotStarted Running Completed Failed Stopped Blocked Suspended Disconnected Suspending Stopping AtBreakpoint',
  ),
  jobType,
  stateInfoType,
  stateEventType,
  derived(`${prefix}PSRemotingJob`),
  derived(`${prefix}PSRemotingChildJob`),
  derived(`${prefix}PSTaskJobs.PSTaskJob`),
  derived(`${prefix}PSTaskJobs.PSTaskChildJob`),
  derived('ThreadJob.ThreadJob'),
];
