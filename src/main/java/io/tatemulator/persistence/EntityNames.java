package io.tatemulator.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.EntityAssociationMapping;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.ManagedMappingType;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.springframework.stereotype.Component;

/**
 * Translates the names of tables and columns into those of entities and attributes, as queries
 * spell them. What concerns all tables alike, such as a reset, knows tables and no entity.
 */
@Component
public final class EntityNames {
  /**
   * A collection with a table of its own.
   *
   * @param entity the entity that owns it
   * @param attribute the attribute of the entity
   */
  public record CollectionName(String entity, String attribute) {}

  private final EntityManagerFactory entities;

  EntityNames(EntityManagerFactory entities) {
    this.entities = entities;
  }

  /**
   * Returns the entity of a table.
   *
   * @throws IllegalArgumentException when there is none
   */
  public String entity(String table) {
    return mapping(table).getEntityName();
  }

  /**
   * Returns the attribute of a column.
   *
   * @return a path such as {@code command.id}
   * @throws IllegalArgumentException when there is none
   */
  public String attribute(String table, String column) {
    EntityMappingType entity = mapping(table);
    return Stream.concat(Stream.of(entity.getIdentifierMapping()), attributes(entity))
        .flatMap(part -> path(part, column).stream())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no attribute has column " + table + "." + column));
  }

  /**
   * Returns the collection of a table.
   *
   * @throws IllegalArgumentException when there is none
   */
  public CollectionName collection(String table) {
    List<PluralAttributeMapping> collections = new ArrayList<>();
    metamodel().forEachCollectionDescriptor(part -> collections.add(part.getAttributeMapping()));
    return collections.stream()
        .filter(attribute -> table.equals(attribute.getSeparateCollectionTable()))
        .map(
            attribute ->
                new CollectionName(
                    attribute.findContainingEntityMapping().getEntityName(),
                    attribute.getAttributeName()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no collection has table " + table));
  }

  private static Stream<ModelPart> attributes(ManagedMappingType type) {
    List<ModelPart> attributes = new ArrayList<>();
    type.getAttributeMappings().forEach(attributes::add);
    return attributes.stream();
  }

  private static Optional<String> path(ModelPart part, String column) {
    String name =
        part instanceof EntityIdentifierMapping id ? id.getAttributeName() : part.getPartName();
    if (part instanceof EmbeddableValuedModelPart embedded) {
      return attributes(embedded.getEmbeddableTypeDescriptor())
          .flatMap(inner -> path(inner, column).stream())
          .findFirst()
          .map(inner -> name + "." + inner);
    }
    List<String> columns = new ArrayList<>();
    part.forEachSelectable((place, selectable) -> columns.add(selectable.getSelectionExpression()));
    if (part instanceof PluralAttributeMapping || !columns.contains(column)) {
      return Optional.empty();
    }
    return Optional.of(part instanceof EntityAssociationMapping ? name + ".id" : name);
  }

  private EntityMappingType mapping(String table) {
    List<EntityMappingType> mappings = new ArrayList<>();
    metamodel().forEachEntityDescriptor(mappings::add);
    return mappings.stream()
        .filter(entity -> entity.getMappedTableDetails().getTableName().equals(table))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no entity has table " + table));
  }

  private MappingMetamodel metamodel() {
    return entities.unwrap(SessionFactoryImplementor.class).getMappingMetamodel();
  }
}
