export interface KafkaPorts {
  readonly broker: number
  readonly controller: number
}

/** server.properties of one node that is broker and controller at once (KRaft), for one person's machine. */
export function kafkaSettings(ports: KafkaPorts, dataDir: string): string {
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${ports.controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${ports.broker},CONTROLLER://127.0.0.1:${ports.controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.broker}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'log.dirs': dataDir,
    // Topics are ours to make: a misspelt name must fail, not appear with one partition.
    'auto.create.topics.enable': false,
    // With one broker the default of three replicas means that no group ever finds its coordinator.
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // The default waits three seconds for more members before a group's first records flow.
    'group.initial.rebalance.delay.ms': 0,
    // Two index files of 10 MB each are reserved per partition otherwise.
    'log.index.size.max.bytes': 1_048_576,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')
}
