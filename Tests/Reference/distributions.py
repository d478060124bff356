"""Makes distributions.csv with mpmath 1.3.0: sums of Poisson mixtures, quadrature, and for the
studentized range the trapezoidal rule with half the steps of the implementation that is tested.

Run in this folder: python3 distributions.py
"""
from mpmath import *
mp.dps=30
def ncchi2_sf(x,k,l):
    x,k,l=mpf(x),mpf(k),mpf(l)
    return msum(lambda j: exp(-l/2)*(l/2)**j/factorial(j)*gammainc(k/2+j,x/2,inf,regularized=True),l)
def ncchi2_cdf(x,k,l):
    x,k,l=mpf(x),mpf(k),mpf(l)
    return msum(lambda j: exp(-l/2)*(l/2)**j/factorial(j)*gammainc(k/2+j,0,x/2,regularized=True),l)
def msum(f,l):
    s=mpf(0); j=0
    while True:
        t=f(j); s+=t
        if j>l and t<s*mpf(10)**-30: return s
        j+=1
        if j>5000: return s
def ncf_sf(x,a,b,l):
    x,a,b,l=map(mpf,(x,a,b,l)); y=a*x/(a*x+b)
    return msum(lambda j: exp(-l/2)*(l/2)**j/factorial(j)*betainc(a/2+j,b/2,y,1,regularized=True),l)
def ncf_cdf(x,a,b,l):
    x,a,b,l=map(mpf,(x,a,b,l)); y=a*x/(a*x+b)
    return msum(lambda j: exp(-l/2)*(l/2)**j/factorial(j)*betainc(a/2+j,b/2,0,y,regularized=True),l)
def chidens(v):
    c=2*(v/2)**(v/2)/gamma(v/2)
    return lambda s: c*s**(v-1)*exp(-v*s*s/2)
def nct(x,v,d,upper):
    x,v,d=map(mpf,(x,v,d)); f=chidens(v)
    g=(lambda s: f(s)*ncdf(d-x*s)) if upper else (lambda s: f(s)*ncdf(x*s-d))
    return quad(g,[0,0.05,0.1,0.2,0.4,0.6,0.8,1,1.2,1.5,2,3,5,8,15])
def tukey(q,r,v,upper):
    # trapezoidal rule in log s and z, 25 digits, half the steps of the implementation that is tested
    mp.dps=25
    q,v=mpf(q),mpf(v); c=2*(v/2)**(v/2)/gamma(v/2)
    h=min(mpf(1)/20, mpf(1)/4/sqrt(2*v)); k=mpf(1)/8
    def W(w):
        n=int((w/2+10)/k)+1; s=mpf(0)
        for i in range(-n,n+1):
            z=w/2+i*k
            a=ncdf(z); b=ncdf(z-w)
            d=(ncdf(w-z)-ncdf(-z)) if z>w else a-b
            s+=npdf(z)*((a**(r-1)-d**(r-1)) if upper else d**(r-1))
        return r*s*k
    def term(i):
        x=i*h; s=exp(x)
        return c*exp(v*x-v*s*s/2)*W(q*s)
    # find the summit coarsely, then sum outwards
    best=max(range(-240,60,6),key=lambda i: c*exp(v*i*h-v*exp(2*i*h)/2)*(exp(-(q*exp(i*h))**2/4) if upper else 1))
    s=term(best); 
    for d in (1,-1):
        i=best+d
        while True:
            t=term(i); s+=t
            if t<s*mpf(10)**-18: break
            i+=d
    mp.dps=30
    return s*h
if __name__=='__main__':
    out=[]
    for x,v in [(10000,3),(50,30),(5,0.5)]:
        out.append((f't.{x}.{v}',None,betainc(mpf(v)/2,mpf(1)/2,0,v/(v+mpf(x)**2),regularized=True)/2))
    out.append(('chi.1000.5',None,gammainc(mpf(5)/2,500,inf,regularized=True)))
    out.append(('f.1000.2.40',None,betainc(20,1,0,40/(40+2*mpf(1000)),regularized=True)))
    out.append(('normal.37',None,ncdf(-37)))
    out.append(('beta.0.875.2.30',None,betainc(30,2,0,mpf(0.125),regularized=True)))
    out.append(('binomial.60.100.0.25',None,sum(binomial(100,k)*mpf(0.25)**k*mpf(0.75)**(100-k) for k in range(61,101))))
    for x,k,l in [(3,4,2),(20,4,2),(200,4,2),(5,1.5,30),(100,7,30),(400,10,100)]:
        out.append((f'ncchi2.{x}.{k}.{l}',ncchi2_cdf(x,k,l),ncchi2_sf(x,k,l)))
    for x,a,b,l in [(1.5,3,20,4),(10,3,20,4),(100,3,20,4),(0.2,5,12,30),(30,2,50,10)]:
        out.append((f'ncf.{x}.{a}.{b}.{l}',ncf_cdf(x,a,b,l),ncf_sf(x,a,b,l)))
    for x,v,d in [(1.5,10,1),(8,10,1),(40,10,1),(-3,10,1),(-10,7,2),(3,30,-1),(12,5,6.5)]:
        out.append((f'nct.{x}.{v}.{d}',nct(x,v,d,False),nct(x,v,d,True)))
    for q,r,v in [(3.5,3,10),(1,2,5),(0.1,4,8),(12,5,20),(60,3,4),(4.2,10,200),(6,50,30),(3.7,3,1)]:
        out.append((f'tukey.{q}.{r}.{v}',tukey(q,r,v,False),tukey(q,r,v,True)))
    with open('dist.csv','w') as h:
        for n,c,s in out:
            if c is not None: h.write(f'{n}.cdf,{nstr(c,17)}\n')
            h.write(f'{n}.tail,{nstr(s,17)}\n')
