package reclens.inference;

import java.util.concurrent.ConcurrentLinkedDeque;

/** Buffers and kernels for the calls under way at one time; each call leases a set and gives it back. */
final class BufferPool {
    private final ConcurrentLinkedDeque<Lease> free = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** @throws IllegalStateException after {@link #close()} */
    Lease lease() {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        Lease lease = free.poll();
        return lease == null ? new Lease(Engine.kernels(), new PassBuffers()) : lease;
    }

    /** Calls under way end as usual; their buffers go with them. */
    void close() {
        closed = true;
        free.clear();
    }

    final class Lease implements AutoCloseable {
        private final Kernels kernels;
        private final PassBuffers buffers;
        private BackwardKernels backward;

        private Lease(Kernels kernels, PassBuffers buffers) {
            this.kernels = kernels;
            this.buffers = buffers;
        }

        Kernels kernels() {
            return kernels;
        }

        PassBuffers buffers() {
            return buffers;
        }

        /** For gradients; made when first asked for. */
        BackwardKernels backward() {
            if (backward == null) {
                backward = new BackwardKernels();
            }
            return backward;
        }

        @Override
        public void close() {
            if (!closed) {
                free.push(this);
            }
        }
    }
}
