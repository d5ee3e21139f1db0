import math, numpy as np
def fit(np_, nq, X=4.0, it=60):
    x = X*0.5*(1-np.cos(np.pi*(np.arange(4000)+.5)/4000)); t=x*x
    f = np.array([math.erf(v)/v for v in x]); 
    w = x.copy()          # absolute error of erf
    q = np.ones_like(x); lam=np.ones_like(x)
    ts=t/16
    for _ in range(it):
        W=(w*lam/q)[:,None]
        A=np.hstack([ts[:,None]**np.arange(np_+1), -f[:,None]*ts[:,None]**np.arange(1,nq+1)])*W
        s,*_=np.linalg.lstsq(A/np.abs(A).max(0), f*W[:,0], rcond=None); s=s/np.abs(A).max(0)
        P=np.polyval(s[:np_+1][::-1],ts); q=1+np.polyval(np.r_[s[np_+1:][::-1],0],ts)
        e=np.abs(P/q*x-f*x); lam*= (e/e.max()+0.02)**0.3; lam/=lam.mean()
    p=s[:np_+1]/16.0**np.arange(np_+1); qq=np.r_[1,s[np_+1:]/16.0**np.arange(1,nq+1)]
    # float32 evaluation
    xs=np.linspace(-6,6,2000001,dtype=np.float32); c=np.clip(xs,-X,X).astype(np.float32); tt=c*c
    def h(co): 
        r=np.full_like(tt,np.float32(co[-1]))
        for v in co[-2::-1]: r=r*tt+np.float32(v)
        return r
    y=np.clip(c*h(p)/h(qq),-1,1); ref=np.array([math.erf(float(v)) for v in xs])
    return e.max(), np.abs(y-ref).max(), p, qq



r=fit(6,5)
print([repr(float(v)) for v in r[2]]); print([repr(float(v)) for v in r[3]]); print(r[0])
print(1-math.erf(4))
