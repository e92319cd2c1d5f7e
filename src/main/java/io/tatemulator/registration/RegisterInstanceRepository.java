package io.tatemulator.registration;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RegisterInstanceRepository extends Repository<RegisterInstance, Long> {
  void delete(RegisterInstance instance);

  RegisterInstance save(RegisterInstance instance);

  /** Locks an instance, so that changes of it wait for each other instead of failing. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from RegisterInstance r where r.tenantId = ?1 and r.instanceId = ?2")
  Optional<RegisterInstance> lock(long tenantId, String instanceId);

  @Query("select r from RegisterInstance r where r.tenantId = ?1 and array_has(?2, r.instanceId)")
  List<RegisterInstance> findAll(long tenantId, String[] instanceIds);

  @Query(
      "select r from RegisterInstance r where r.tenantId = ?1 and r.registerCodeId = ?2"
          + " and r.machineId = ?3 and r.publicKey = ?4")
  Optional<RegisterInstance> findSame(
      long tenantId, String registerCodeId, String machineId, String publicKey);

  /** Finds who an agent says it is, of whichever tenant. */
  @Query(
      "select new io.tatemulator.registration.ManagedMachine(r.tenantId, r.instanceId, r.machineId,"
          + " r.publicKey) from RegisterInstance r where r.id = ?1")
  Optional<ManagedMachine> findMachine(long id);

  @Query(
      "select new io.tatemulator.registration.ManagedMachine(r.tenantId, r.instanceId, r.machineId,"
          + " r.publicKey) from RegisterInstance r where r.status = ?1 and r.agentVersion is not null")
  List<ManagedMachine> findMachines(String status);
}
