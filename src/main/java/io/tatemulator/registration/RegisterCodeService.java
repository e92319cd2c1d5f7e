package io.tatemulator.registration;

import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.persistence.PagedQuery;
import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.state.IdSeed;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.TatError;
import io.tatemulator.tenant.LastEvents;
import io.tatemulator.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Manages the register codes of tenants. */
@Service
public class RegisterCodeService {
  /** The maximum number of register codes of a tenant; the cloud's quota REGISTER_CODE. */
  public static final int QUOTA = 5000;

  private static final int VALUE_BYTES = 32;

  /** A new register code with its value, which is returned only once. */
  public record Created(String codeId, String value) {}

  private final RegisterCodeRepository codes;
  private final PagedQuery pagedQuery;
  private final Tenants tenants;
  private final IdGenerator ids;
  private final IdSeed seed;
  private final Clock clock;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;
  private final ReadTransaction readTransaction;

  RegisterCodeService(
      RegisterCodeRepository codes,
      PagedQuery pagedQuery,
      Tenants tenants,
      IdGenerator ids,
      IdSeed seed,
      Clock clock,
      LastEvents lastEvents,
      TransactionOperations transaction,
      ReadTransaction readTransaction) {
    this.codes = codes;
    this.pagedQuery = pagedQuery;
    this.tenants = tenants;
    this.ids = ids;
    this.seed = seed;
    this.clock = clock;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
    this.readTransaction = readTransaction;
  }

  /**
   * Saves a new register code.
   *
   * @throws ApiException UserHasNoQuotaCode
   */
  public Created create(Tenant tenant, RegisterCodeDraft draft) {
    return transaction.execute(status -> insert(tenant, draft));
  }

  private Created insert(Tenant tenant, RegisterCodeDraft draft) {
    long tenantId = tenants.idOf(tenant);
    tenants.lock(tenantId);
    if (codes.countByTenantId(tenantId) >= QUOTA) {
      throw new ApiException(TatError.QUOTA_EXCEEDED);
    }
    long id = ids.next();
    RandomGenerator random = seed.secrets(id);
    byte[] secret = new byte[VALUE_BYTES];
    random.nextBytes(secret);
    Created created = new Created(IdSeed.uuid(random), HexFormat.of().formatHex(secret));
    Instant now = clock.instant();
    codes.save(new RegisterCode(id, tenantId, created.codeId(), created.value(), draft, now));
    lastEvents.raise(tenantId, now);
    return created;
  }

  /** Finds the tenant's register codes with some identifiers; all when the list is empty. */
  public Paged<RegisterCode> find(Tenant tenant, List<String> codeIds, Page page) {
    return readTransaction.run(
        () ->
            pagedQuery.find(
                RegisterCode.class,
                tenants.idOf(tenant),
                (code, build, query) ->
                    codeIds.isEmpty() ? List.of() : List.of(code.get("codeId").in(codeIds)),
                page));
  }

  /** Returns the number of register codes of a tenant. */
  public long count(Tenant tenant) {
    return codes.countByTenantId(tenants.idOf(tenant));
  }

  /**
   * Disables register codes, all or none, so that machines can no longer register with them.
   *
   * @throws ApiException ParameterKeyDuplicated or RegisterCodesNotFoundCode
   */
  public void disable(Tenant tenant, List<String> codeIds) {
    transaction.executeWithoutResult(
        status -> {
          Instant now = clock.instant();
          require(tenant, codeIds).forEach(code -> code.disable(now));
          lastEvents.raise(tenants.idOf(tenant), now);
        });
  }

  /**
   * Deletes register codes, all or none.
   *
   * @throws ApiException ParameterKeyDuplicated or RegisterCodesNotFoundCode
   */
  public void delete(Tenant tenant, List<String> codeIds) {
    transaction.executeWithoutResult(
        status -> {
          codes.deleteAll(require(tenant, codeIds));
          lastEvents.raise(tenants.idOf(tenant), clock.instant());
        });
  }

  private List<RegisterCode> require(Tenant tenant, List<String> codeIds) {
    Set<String> distinct = new HashSet<>();
    for (String codeId : codeIds) {
      if (!distinct.add(codeId)) {
        throw new ApiException(TatError.PARAMETER_KEY_DUPLICATED, "RegisterCodeIds", codeId);
      }
    }
    List<RegisterCode> found = codes.lock(tenants.idOf(tenant), codeIds.toArray(String[]::new));
    Set<String> foundIds = found.stream().map(RegisterCode::codeId).collect(Collectors.toSet());
    for (String codeId : codeIds) {
      if (!foundIds.contains(codeId)) {
        throw new ApiException(TatError.REGISTER_CODES_NOT_FOUND, "RegisterCodeIds", codeId);
      }
    }
    return found;
  }
}
