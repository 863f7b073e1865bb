import { AssignerProtocol, type PartitionAssigner } from 'kafkajs'

/**
 * kafkajs cannot assign partitions by hand. A group with one member and this assigner comes to the same: the member
 * gets exactly the partitions named.
 */
export function partitionAssigner(topic: string, partitions: readonly number[]): PartitionAssigner {
  const name = `exactly-${partitions.join(',')}`
  return () => ({
    name,
    version: 1,
    async assign({ members }) {
      return members.map(({ memberId }) => ({
        memberId,
        memberAssignment: AssignerProtocol.MemberAssignment.encode({
          version: 1,
          assignment: { [topic]: [...partitions] },
          userData: Buffer.alloc(0),
        }),
      }))
    },
    protocol: ({ topics }) => ({
      name,
      metadata: AssignerProtocol.MemberMetadata.encode({ version: 1, topics, userData: Buffer.alloc(0) }),
    }),
  })
}
