package io.tatemulator.storage;

import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;

/**
 * Has Hibernate create its converters itself. It is initialized in a thread of its own, and would
 * otherwise ask Spring, whose lock the start holds while it waits for that thread.
 */
public final class OwnBeans implements BeanContainer {
  @Override
  public <B> ContainedBean<B> getBean(
      Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
    B bean = fallback.produceBeanInstance(type);
    return new Own<>(type, bean);
  }

  @Override
  public <B> ContainedBean<B> getBean(
      String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer fallback) {
    return new Own<>(type, fallback.produceBeanInstance(name, type));
  }

  @Override
  public void stop() {
    // Nothing to give back.
  }

  private record Own<B>(Class<B> type, B bean) implements ContainedBean<B> {
    @Override
    public B getBeanInstance() {
      return bean;
    }

    @Override
    public Class<B> getBeanClass() {
      return type;
    }
  }
}
